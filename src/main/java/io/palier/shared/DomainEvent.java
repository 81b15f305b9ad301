package io.palier.shared;

/** Something that happened, told to other modules in the transaction in which it happened. */
public interface DomainEvent extends org.jmolecules.event.types.DomainEvent {}

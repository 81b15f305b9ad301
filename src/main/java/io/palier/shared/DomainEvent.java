package io.palier.shared;

/** Something that happened, told to other modules in the transaction in which it happened. */
public interface DomainEvent {}

package io.palier.customer;

/** What another module keeps of customers; each such module implements it, in the transaction of the deletion. */
public interface CustomerData {

    /** Deletes for good all that belongs to this relationship, set by set; audit records stay. */
    void delete(DeletedCustomer customer);
}

package io.palier.api;

import org.jspecify.annotations.Nullable;

/**
 * A call of the contract.
 *
 * @param row how the row of {@code docs/api-coverage.md} begins that it belongs to
 * @param path with what {@link ContractStage} knows in braces
 * @param javaPath where the Java client asks in other words
 * @param body of the request; null for none
 * @param javaShape where the Java client is answered in another shape
 */
record ContractCall(
        String row,
        String method,
        String path,
        String javaPath,
        @Nullable String body,
        int status,
        Shape shape,
        Shape javaShape) {

    static ContractCall get(String row, String path, Shape shape) {
        return new ContractCall(row, "GET", path, path, null, 200, shape, shape);
    }

    static ContractCall send(String row, String method, String path, @Nullable String body, int status, Shape shape) {
        return new ContractCall(row, method, path, path, body, status, shape, shape);
    }

    /** The Java client asks for it like this. */
    ContractCall asJava(String other) {
        return new ContractCall(row, method, path, other, body, status, shape, javaShape);
    }

    /** The Java client is answered like this. */
    ContractCall forJava(Shape other) {
        return new ContractCall(row, method, path, javaPath, body, status, shape, other);
    }

    String path(Dialect dialect) {
        return dialect == Dialect.JAVA ? javaPath : path;
    }

    Shape shape(Dialect dialect) {
        return dialect == Dialect.JAVA ? javaShape : shape;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

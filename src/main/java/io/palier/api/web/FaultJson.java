package io.palier.api.web;

import java.util.List;

/**
 * The body of every failure.
 *
 * @param code clients read it as a text or a number
 * @param description at most 1024 characters
 * @param data always an array; the Java client loses the fault otherwise
 */
record FaultJson(int code, String description, List<String> data, String source) {}

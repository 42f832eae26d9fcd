package openlines.bitrix24.rest;

import java.util.Map;

/** A method of the portal with its parameters: texts, numbers, lists and maps of such. Yes and no are {@code Y} and {@code N}. */
public record Call(String method, Map<String, Object> parameters) {
    /** Parameters may hold secrets. */
    @Override
    public String toString() {
        return method;
    }
}

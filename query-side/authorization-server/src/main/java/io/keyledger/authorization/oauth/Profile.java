package io.keyledger.authorization.oauth;

import jakarta.servlet.http.HttpServletRequest;

/** The two profiles of requests and answers. Source: CONTRACT A1, token request. */
enum Profile {
    /** Form in; RFC 6749 answers and errors, {@code at+jwt} tokens out. */
    OAUTH,
    /** JSON in; the answers, errors and RS512 tokens of CONTRACT part B, section 2. */
    PROVISIONING;

    private static final String ATTRIBUTE = Profile.class.getName();

    static Profile of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Profile profile ? profile : OAUTH;
    }

    void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}

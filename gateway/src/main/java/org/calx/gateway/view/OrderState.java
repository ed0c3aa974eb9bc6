package org.calx.gateway.view;

/** What has become of an order. */
public enum OrderState {
    OPEN("open"),
    FILLED("filled"),
    CANCELLED("cancelled");

    private final String code;

    OrderState(String code) {
        this.code = code;
    }

    /** Its name on the wire. */
    public String code() {
        return code;
    }
}

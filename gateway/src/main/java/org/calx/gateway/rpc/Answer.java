package org.calx.gateway.rpc;

import tools.jackson.databind.node.ObjectNode;

/**
 * The answer of a request.
 *
 * @param json what to send
 * @param then what to do when its turn to be written has come, before anyone can have read it
 */
public record Answer(ObjectNode json, Runnable then) {

    static Answer of(ObjectNode json) {
        return new Answer(json, () -> {});
    }
}

package org.calx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoggingTest {
    @Test
    void aLineForMachinesIsOneObjectWhateverTheMessageHolds() {
        LogRecord entry = new LogRecord(Level.WARNING, "two\nlines and \"quotes\"");
        entry.setLoggerName("org.calx.cluster");
        entry.setThrown(new IllegalStateException("why"));
        String line = new Logging.JsonLine().format(entry);
        assertThat(line.strip()).doesNotContain("\n");
        JsonNode json = JsonMapper.builder().build().readTree(line);
        assertThat(json.path("level").asString()).isEqualTo("warning");
        assertThat(json.path("logger").asString()).isEqualTo("org.calx.cluster");
        assertThat(json.path("message").asString()).isEqualTo("two\nlines and \"quotes\"");
        assertThat(json.path("error").asString()).contains("why");
    }
}

package org.calx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void makesASecretOnceAndKeepsIt() {
        Path file = folder.resolve("new/keys.properties");
        Map<String, String> first = KeyFile.open(file, List.of("one", "two"));
        Map<String, String> again = KeyFile.open(file, List.of("one", "two", "three"));

        assertThat(first).containsOnlyKeys("one", "two");
        assertThat(again).containsAllEntriesOf(first).containsOnlyKeys("one", "two", "three");
        assertThat(again.values()).doesNotHaveDuplicates().allMatch(secret -> secret.matches("[0-9a-f]{48}"));
    }

    @Test
    void letsItsOwnerAloneReadIt() throws Exception {
        Path file = folder.resolve("keys.properties");
        KeyFile.open(file, List.of("one"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}

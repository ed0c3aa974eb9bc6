package org.calx.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyStoreTest {
    @TempDir
    Path folder;

    private FileKeyStore open() {
        return FileKeyStore.open(folder.resolve("keys"), MasterKey.readOrCreate(folder.resolve("master")));
    }

    @Test
    void keepsSecretsOverAnEndAndABeginning() {
        FileKeyStore store = open();
        store.put("a", "first");
        store.put("b", "secret ü");
        store.put("a", "second");
        FileKeyStore again = open();
        assertThat(again.secret("a")).contains("second");
        assertThat(again.secret("b")).contains("secret ü");
        assertThat(again.secret("c")).isEmpty();
    }

    @Test
    void writesNoSecretInClear() throws IOException {
        open().put("a", "very-secret");
        assertThat(Files.readString(folder.resolve("keys"))).doesNotContain("very-secret");
    }

    @Test
    void refusesAnotherMasterKey() throws IOException {
        open().put("a", "secret");
        Files.delete(folder.resolve("master"));
        assertThatIllegalArgumentException().isThrownBy(this::open).withMessageContaining("master key");
    }

    @Test
    void refusesASecretThatWasGivenToAnotherKey() throws IOException {
        open().put("a", "secret");
        Path file = folder.resolve("keys");
        Files.writeString(file, Files.readString(file).replace("\na ", "\nb "));
        assertThatIllegalArgumentException().isThrownBy(this::open);
    }

    @Test
    void refusesAFileThatIsNoKeyFile() throws IOException {
        Files.writeString(folder.resolve("keys"), "hello\n");
        assertThatIllegalArgumentException().isThrownBy(this::open).withMessageContaining("not a key file");
    }
}

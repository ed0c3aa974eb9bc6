package org.calx.gateway.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.Test;

/** The page that describes the API says what the code does. */
class ApiPageTest {
    private static final Path PAGE = Path.of("..", "docs", "spec", "api.md");

    private static List<String> rows(String first) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(first))
                .toList();
    }

    @Test
    void thePageListsEveryMethodWithItsAccess() throws IOException {
        List<String> expected = new ArrayList<>();
        RpcContext nothing = new RpcContext(null, null, null, null, null, null, null);
        for (Method method : Dispatcher.methods(nothing).all()) {
            String access = method.access().name().toLowerCase(Locale.ROOT).replace("_websocket", ", WebSocket");
            expected.add("| `%s` | %s | %s |".formatted(method.name(), access, method.summary()));
        }
        List<String> listed = new ArrayList<>(rows("| `public/"));
        listed.addAll(rows("| `private/"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void thePageListsEveryErrorOfTheEdge() throws IOException {
        List<String> expected = new ArrayList<>();
        for (ErrorCode error : ErrorCode.values()) {
            expected.add("| %d | `%s` | %s |".formatted(error.code(), error.symbol(), error.meaning()));
        }
        assertThat(Files.readAllLines(PAGE)).containsSubsequence(expected);
    }

    @Test
    void thePageListsEveryRefusal() throws IOException {
        List<String> expected = new ArrayList<>();
        for (RejectReason reason : RejectReason.values()) {
            if (reason != RejectReason.NONE) {
                RejectCode reject = RejectCode.of(reason);
                expected.add("| %d | `%s` | `%s` |".formatted(reject.code(), reject.symbol(), reason.name()));
            }
        }
        assertThat(Files.readAllLines(PAGE)).containsSubsequence(expected);
    }

    @Test
    void everyRefusalHasItsOwnNumberAndName() {
        Set<Integer> codes = new HashSet<>();
        Set<String> symbols = new HashSet<>();
        Map<Integer, String> edge = new HashMap<>();
        for (ErrorCode error : ErrorCode.values()) {
            assertThat(edge.put(error.code(), error.symbol())).isNull();
        }
        for (RejectReason reason : RejectReason.values()) {
            if (reason != RejectReason.NONE) {
                RejectCode reject = RejectCode.of(reason);
                assertThat(codes.add(reject.code())).as(reason.name()).isTrue();
                assertThat(symbols.add(reject.symbol())).as(reason.name()).isTrue();
                assertThat(edge.getOrDefault(reject.code(), reject.symbol())).isEqualTo(reject.symbol());
            }
        }
    }
}

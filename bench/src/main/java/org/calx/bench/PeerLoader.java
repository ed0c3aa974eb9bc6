package org.calx.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Loads a peer's adaptor with the peer's own libraries, from its module's target folder. */
final class PeerLoader {
    private PeerLoader() {}

    static <T> T load(Path home, String className, Class<T> kind) throws IOException, ReflectiveOperationException {
        if (!Files.isDirectory(home.resolve("classes"))) {
            throw new IllegalStateException(
                    "no peer at " + home.toAbsolutePath() + "; build its module or pass --no-peer");
        }
        List<URL> urls = new ArrayList<>(List.of(home.resolve("classes").toUri().toURL()));
        try (Stream<Path> libraries = Files.list(home.resolve("lib"))) {
            for (Path library : libraries.sorted().toList()) {
                urls.add(library.toUri().toURL());
            }
        }
        ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), PeerLoader.class.getClassLoader());
        return kind.cast(loader.loadClass(className).getDeclaredConstructor().newInstance());
    }
}

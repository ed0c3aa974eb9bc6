package org.calx.app;

import java.nio.file.Path;
import java.util.Optional;
import org.calx.app.demo.DemoConfig;
import org.calx.index.ReferencePrices;

/**
 * What a demo is started with.
 *
 * @param folder data folder
 * @param port port of web page and API, 0 for any
 * @param webPage folder of the built web page, if there is one
 * @param prices what the indices are made of
 * @param market length of day, seed and pace
 */
record DemoSettings(Path folder, int port, Optional<Path> webPage, ReferencePrices prices, DemoConfig market) {}

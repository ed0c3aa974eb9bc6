package org.calx.cluster;

import io.aeron.archive.ArchiveTool;
import io.aeron.archive.ArchiveTool.VerifyOption;
import io.aeron.archive.client.ArchiveException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A last fragment that was written in part when its process or machine died. The archive does not start with one. It was
 * never acknowledged by this member, so it is cut off.
 */
final class TornTail {
    private static final System.Logger LOGGER = System.getLogger("org.calx.cluster");
    private static final Pattern FILE =
            Pattern.compile("last fragment straddling page boundary in file: \\S*?(\\d+)-\\d+\\.rec");

    private TornTail() {}

    /**
     * Cuts off what the archive has complained about.
     *
     * @return whether that was a torn fragment, and has been cut off
     */
    static boolean cut(File archiveFolder, ArchiveException complaint) {
        Matcher matcher = FILE.matcher(String.valueOf(complaint.getMessage()));
        if (!matcher.find()) {
            return false;
        }
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        boolean cut = ArchiveTool.verifyRecording(
                new PrintStream(report, false, StandardCharsets.UTF_8),
                archiveFolder,
                Long.parseLong(matcher.group(1)),
                Set.of(VerifyOption.APPLY_CHECKSUM),
                FragmentChecksum.class.getName(),
                file -> {
                    LOGGER.log(System.Logger.Level.WARNING, "{0} ends with half a fragment, which is cut off", file);
                    return true;
                });
        if (!cut) {
            throw new IllegalStateException(
                    report.toString(StandardCharsets.UTF_8).strip());
        }
        return true;
    }
}

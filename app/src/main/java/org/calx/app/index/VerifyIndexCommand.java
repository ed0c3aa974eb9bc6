package org.calx.app.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.print.PrintLog;
import org.calx.index.run.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code calx index verify}. */
@Command(
        name = "verify",
        description = "Check the chain and signatures of a folder of figures, and compute them all again.")
public final class VerifyIndexCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "What 'index compute' wrote.")
    private Path folder;

    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "FILE",
            description = "The inputs, where they lie elsewhere than the log says.")
    private List<Path> inputs = List.of();

    @Option(names = "--public-key", paramLabel = "HEX", description = "The key that must have signed.")
    private String publicKey;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(folder.resolve(PrintLog.FILE))) {
            throw new UserError(ExitCode.NOT_FOUND, "there is no " + PrintLog.FILE + " in " + folder);
        }
        Verification found = IndexInputs.refusing(inputs, () -> Verification.of(folder, inputs));
        boolean keyDiffers = publicKey != null && !publicKey.equalsIgnoreCase(found.publicKey());
        found.faults().forEach(fault -> System.err.println("calx: " + fault));
        if (keyDiffers) {
            System.err.println("calx: signed by " + found.publicKey() + ", not by " + publicKey);
        }
        boolean verified = found.faults().isEmpty() && !keyDiffers;
        System.out.println("{\"verified\":" + verified + ",\"lines\":" + found.prints() + ",\"publicKey\":\""
                + found.publicKey() + "\"}");
        return verified ? ExitCode.OK : ExitCode.FAILED;
    }
}

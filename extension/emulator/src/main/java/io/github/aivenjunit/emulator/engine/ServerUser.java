package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The user that servers run as. Database servers refuse root, so root starts them through the first of these that works
 * here: a user namespace of their own ({@code unshare -U}, files stay root's), {@code setpriv}, {@code runuser} or
 * {@code su} to an ordinary user (files must then be given to it). Everybody else starts them as themselves.
 *
 * @param prefix words to put before a command
 * @param owner the user to give the server's files to, when it is not the one that runs this JVM
 * @param objection why servers cannot be started by this user, as a sentence; empty when they can
 */
record ServerUser(List<String> prefix, OptionalInt owner, Optional<String> objection) {

    private static final Path SELF = Path.of("/proc/self");
    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<List<String>> OTHER_USERS = List.of(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
            List.of("runuser", "-u", "nobody", "--"),
            List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", "nobody"));
    private static final long PROBE_SECONDS = 10;

    static ServerUser detect() throws InterruptedException {
        if (!isRoot()) {
            return new ServerUser(List.of(), OptionalInt.empty(), Optional.empty());
        }
        if (uidBehind(NAMESPACE).isPresent()) {
            return new ServerUser(NAMESPACE, OptionalInt.empty(), Optional.empty());
        }
        for (List<String> prefix : OTHER_USERS) {
            OptionalInt uid = uidBehind(prefix);
            if (uid.isPresent()) {
                return new ServerUser(prefix, uid, Optional.empty());
            }
        }
        return new ServerUser(
                List.of(),
                OptionalInt.empty(),
                Optional.of(
                        "Database servers refuse to run as root, and none of \"unshare -U\", setpriv, runuser and su"
                                + " can drop root's rights here; run the tests as an ordinary user or install util-linux."));
    }

    List<String> command(List<String> command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        return words;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(SELF, "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException notLinux) {
            return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
        }
    }

    /** The uid that a command sees behind the prefix; empty when the prefix does not work or leaves root in place. */
    private static OptionalInt uidBehind(List<String> prefix) throws InterruptedException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of("id", "-u"));
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            return OptionalInt.empty();
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return OptionalInt.empty();
            }
            int uid = Integer.parseInt(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim());
            return uid == 0 ? OptionalInt.empty() : OptionalInt.of(uid);
        } catch (IOException | NumberFormatException unusable) {
            return OptionalInt.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}

package io.github.aivenjunit.engine.kafka.internal.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's directory on disk. */
record Storage(KafkaConfig config, String clusterId) {

    /** Prepares an empty directory, with the first users already known; leaves another one as it is. */
    void format(List<String> users) throws Exception {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Formatter formatter = new Formatter();
            formatter.setPrintStream(silent);
            formatter.setIgnoreFormatted(true);
            formatter.setSupportedFeatures(Feature.PRODUCTION_FEATURES);
            formatter.setReleaseVersion(MetadataVersion.latestProduction());
            formatter.setNodeId(config.nodeId());
            formatter.setClusterId(clusterId);
            formatter.setControllerListenerName("CONTROLLER");
            formatter.setMetadataLogDirectory(config.metadataLogDir());
            formatter.addDirectory(config.metadataLogDir());
            formatter.setScramArguments(scramArguments(users));
            formatter.run();
        }
    }

    /** Salted here, because the formatter's own notation leaves no way to write every password. */
    private static List<String> scramArguments(List<String> users) throws GeneralSecurityException {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < users.size(); i += 2) {
            for (ScramMechanism mechanism : List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
                ScramFormatter formatter = new ScramFormatter(mechanism);
                byte[] salt = formatter.secureRandomBytes();
                byte[] salted = formatter.saltedPassword(users.get(i + 1), salt, Users.ITERATIONS);
                Base64.Encoder base64 = Base64.getEncoder();
                arguments.add("%s=[name=\"%s\",salt=\"%s\",saltedpassword=\"%s\",iterations=%d]"
                        .formatted(
                                mechanism.mechanismName(),
                                users.get(i),
                                base64.encodeToString(salt),
                                base64.encodeToString(salted),
                                Users.ITERATIONS));
            }
        }
        return arguments;
    }
}

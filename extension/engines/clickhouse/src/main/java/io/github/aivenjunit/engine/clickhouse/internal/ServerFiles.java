package io.github.aivenjunit.engine.clickhouse.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The files in a server's directory: configuration, certificate, this artifact's own user.
 *
 * @param tls the server's certificate
 * @param httpsPort where HTTPS clients find it
 * @param nativePort where clients of the native protocol find it
 * @param management this artifact's own user, who makes the others
 */
record ServerFiles(TlsIdentity tls, int httpsPort, int nativePort, Credentials management) {

    private static final String MANAGEMENT_USER = "_aiven";
    private static final int PASSWORD_BYTES = 32;

    /*
     * The caches are those of a small machine; the server's own logs in tables, which it writes every few seconds, are
     * off because they are not named here.
     */
    private static final String CONFIGURATION = """
            <clickhouse>
              <logger><level>warning</level><console>1</console></logger>
              <listen_host>127.0.0.1</listen_host>
              <https_port>%2$d</https_port>
              <tcp_port_secure>%3$d</tcp_port_secure>
              <path>%1$s/data/</path>
              <tmp_path>%1$s/tmp/</tmp_path>
              <user_files_path>%1$s/user_files/</user_files_path>
              <format_schema_path>%1$s/format_schemas/</format_schema_path>
              <mark_cache_size>67108864</mark_cache_size>
              <uncompressed_cache_size>0</uncompressed_cache_size>
              <timezone>UTC</timezone>
              <default_profile>default</default_profile>
              <default_database>default</default_database>
              <openSSL>
                <server>
                  <certificateFile>%1$s/server.crt</certificateFile>
                  <privateKeyFile>%1$s/server.key</privateKeyFile>
                  <caConfig>%1$s/ca.pem</caConfig>
                  <verificationMode>none</verificationMode>
                  <loadDefaultCAFile>false</loadDefaultCAFile>
                  <disableProtocols>sslv2,sslv3,tlsv1,tlsv1_1</disableProtocols>
                </server>
              </openSSL>
              <user_directories>
                <users_xml><path>%1$s/users.xml</path></users_xml>
                <local_directory><path>%1$s/access/</path></local_directory>
              </user_directories>
            </clickhouse>
            """;

    private static final String USERS = """
            <clickhouse>
              <profiles><default/></profiles>
              <quotas><default/></quotas>
              <users>
                <%1$s>
                  <password_sha256_hex>%2$s</password_sha256_hex>
                  <networks><ip>127.0.0.1</ip></networks>
                  <profile>default</profile>
                  <quota>default</quota>
                  <access_management>1</access_management>
                  <named_collection_control>1</named_collection_control>
                </%1$s>
              </users>
            </clickhouse>
            """;

    ServerFiles(TlsIdentity tls, int httpsPort, int nativePort) {
        this(tls, httpsPort, nativePort, new Credentials(MANAGEMENT_USER, randomPassword()));
    }

    static Path configuration(NativeServer server) {
        return server.directory().resolve("config.xml");
    }

    void writeTo(NativeServer server) throws IOException {
        server.write("server.crt", tls.certificatePem());
        server.write("server.key", tls.privateKeyPem());
        server.write("ca.pem", tls.caPem());
        server.write("users.xml", USERS.formatted(management.username(), Sql.sha256(management.password())));
        server.write(
                configuration(server).getFileName().toString(),
                CONFIGURATION.formatted(text(server.directory()), httpsPort, nativePort));
    }

    private static String text(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

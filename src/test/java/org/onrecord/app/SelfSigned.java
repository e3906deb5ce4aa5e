package org.onrecord.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost} and {@code 127.0.0.1} that signs itself (RFC 5280), made with
 * its key for one test.
 */
public record SelfSigned(X509Certificate certificate, KeyPair keys) {
  private static final byte[] ECDSA_WITH_SHA256 =
      sequence(new byte[] {6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 4, 3, 2});

  /** One that is good for a day from now on. */
  public static SelfSigned make() throws GeneralSecurityException {
    return make(Instant.now().plus(Duration.ofDays(1)));
  }

  /** One that is good until then, and has been for a week. */
  public static SelfSigned make(Instant end) throws GeneralSecurityException {
    return make(end, "localhost", 127);
  }

  /** One for {@code elsewhere.example} and {@code 10.0.0.1}, good for a day. */
  public static SelfSigned ofAnother() throws GeneralSecurityException {
    return make(Instant.now().plus(Duration.ofDays(1)), "elsewhere.example", 10);
  }

  private static SelfSigned make(Instant end, String host, int network)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    byte[] commonName =
        sequence(new byte[] {6, 3, 0x55, 4, 3}, der(0x0c, "test".getBytes(US_ASCII)));
    byte[] name = sequence(der(0x31, commonName));
    byte[] names =
        sequence(
            der(0x82, host.getBytes(US_ASCII)), der(0x87, new byte[] {(byte) network, 0, 0, 1}));
    byte[] body =
        sequence(
            der(0xa0, new byte[] {2, 1, 2}),
            der(2, BigInteger.valueOf(System.nanoTime()).abs().toByteArray()),
            ECDSA_WITH_SHA256,
            name,
            sequence(time(end.minus(Duration.ofDays(8))), time(end)),
            name,
            keys.getPublic().getEncoded(),
            der(0xa3, sequence(sequence(new byte[] {6, 3, 0x55, 0x1d, 0x11}, der(4, names)))));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(body);
    byte[] bits = join(new byte[] {0}, signature.sign());
    byte[] all = sequence(body, ECDSA_WITH_SHA256, der(3, bits));
    return new SelfSigned(
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(all)),
        keys);
  }

  private static byte[] time(Instant at) {
    String text =
        DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(at);
    return der(0x17, text.getBytes(US_ASCII));
  }

  private static byte[] sequence(byte[]... parts) {
    return der(0x30, parts);
  }

  private static byte[] der(int tag, byte[]... parts) {
    byte[] content = join(parts);
    byte[] head =
        content.length < 128
            ? new byte[] {(byte) tag, (byte) content.length}
            : new byte[] {
              (byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length
            };
    return join(head, content);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Writes certificate and key in PEM. */
  public void write(Path certificateFile, Path keyFile)
      throws IOException, GeneralSecurityException {
    Files.writeString(certificateFile, pem("CERTIFICATE", certificate.getEncoded()));
    Files.writeString(keyFile, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
  }

  private static String pem(String label, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
  }

  /** What a server is set up with that shows this certificate. */
  public SSLContext show() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] none = {};
    store.setKeyEntry("test", keys.getPrivate(), none, new Certificate[] {certificate});
    KeyManagerFactory shown =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(store, none);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), null, null);
    return context;
  }

  /** What a client is set up with that takes this certificate and no other. */
  SSLContext trust() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("test", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}

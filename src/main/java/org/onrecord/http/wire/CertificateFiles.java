package org.onrecord.http.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificate by which the service speaks HTTPS, as files in PEM (RFC 7468).
 *
 * @param certificate the service's own, and after it those that signed it
 * @param key its private key, in PKCS#8 and not encrypted
 */
public record CertificateFiles(Path certificate, Path key) {
  /** What the service's settings know the certificate by, and its entry in the key store. */
  public static final String NAME = "service";

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final byte[] PROBE = "OnRecord".getBytes(StandardCharsets.US_ASCII);

  /**
   * What the files hold, as an entry without a password.
   *
   * @throws IOException if they cannot be read or do not belong together; the message says which
   *     file it is and what to do
   */
  public KeyStore read() throws IOException {
    List<X509Certificate> chain = chain();
    PublicKey ours = chain.getFirst().getPublicKey();
    PrivateKey secret = secret(ours.getAlgorithm());
    try {
      if (!belongs(secret, ours)) {
        throw strange();
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(NAME, secret, null, chain.toArray(new Certificate[0]));
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(about("--tls-key", key, "cannot be used: " + e.getMessage()), e);
    }
  }

  private List<X509Certificate> chain() throws IOException {
    String option = "--tls-certificate";
    byte[] pem = bytes(option, certificate);
    if (!new String(pem, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
      throw new IOException(
          about(
              option,
              certificate,
              "holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----"));
    }
    try {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (chain.isEmpty()) {
        throw new CertificateException("it is empty");
      }
      return chain;
    } catch (CertificateException e) {
      throw new IOException(
          about(option, certificate, "holds a certificate that is damaged: " + e.getMessage()), e);
    }
  }

  private PrivateKey secret(String algorithm) throws IOException {
    String option = "--tls-key";
    String pem = new String(bytes(option, key), StandardCharsets.ISO_8859_1);
    Matcher found = KEY.matcher(pem);
    if (!found.find()) {
      throw new IOException(about(option, key, whyNoKey(pem)));
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(found.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (InvalidKeySpecException e) {
      throw strange();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(about(option, key, "cannot be used: " + e.getMessage()), e);
    }
  }

  private String whyNoKey(String pem) {
    if (pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
      return "is encrypted, and there is nobody to ask for its password; take that off with"
          + " \"openssl pkcs8 -in "
          + key
          + " -out NEW\", in a file that only the service's user can read";
    }
    if (pem.contains("PRIVATE KEY-----")) {
      return "is no PKCS#8; make it so with \"openssl pkcs8 -topk8 -nocrypt -in "
          + key
          + " -out NEW\"";
    }
    return "holds no private key in PEM (PKCS#8), which begins with -----BEGIN PRIVATE KEY-----";
  }

  private IOException strange() {
    return new IOException(
        about(
            "--tls-key",
            key,
            "is not the key of the first certificate in "
                + certificate
                + ", which must be the service's own, with those that signed it after it"));
  }

  private static boolean belongs(PrivateKey secret, PublicKey ours)
      throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch (ours.getAlgorithm()) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> "SHA256withECDSA";
              default -> ours.getAlgorithm();
            });
    try {
      signature.initSign(secret);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(ours);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (InvalidKeyException | SignatureException e) {
      return false;
    }
  }

  private static byte[] bytes(String option, Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(about(option, file, "is not there"), e);
    } catch (AccessDeniedException e) {
      throw new IOException(
          about(option, file, "may not be read by the user that runs OnRecord"), e);
    } catch (IOException e) {
      throw new IOException(about(option, file, "cannot be read: " + e.getMessage()), e);
    }
  }

  private static String about(String option, Path file, String what) {
    return option + " " + file + " " + what;
  }
}

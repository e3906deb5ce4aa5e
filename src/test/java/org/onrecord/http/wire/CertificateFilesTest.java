package org.onrecord.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.app.SelfSigned;

/** What a certificate's files may hold, and what is said where they hold something else. */
final class CertificateFilesTest {
  @TempDir private Path folder;
  private Path certificate;
  private Path key;
  private SelfSigned own;

  @BeforeEach
  void write() throws Exception {
    certificate = folder.resolve("certificate.pem");
    key = folder.resolve("key.pem");
    own = SelfSigned.make();
    own.write(certificate, key);
  }

  @Test
  void chainAndKeyAreRead() throws Exception {
    SelfSigned other = SelfSigned.make();
    Path chain = folder.resolve("chain.pem");
    other.write(chain, folder.resolve("other.pem"));
    Files.writeString(
        certificate, "Ours:\n" + Files.readString(certificate) + Files.readString(chain));
    KeyStore store = new CertificateFiles(certificate, key).read();
    assertEquals(2, store.getCertificateChain(CertificateFiles.NAME).length);
    assertEquals(own.certificate(), store.getCertificate(CertificateFiles.NAME));
  }

  @Test
  void whatIsWrongIsSaidWithTheFile() throws Exception {
    Path none = folder.resolve("none.pem");
    assertEquals("--tls-certificate " + none + " is not there", fault(none, key));
    assertEquals("--tls-key " + none + " is not there", fault(certificate, none));
    assertTrue(fault(key, key).contains("holds no certificate in PEM"), fault(key, key));
    assertTrue(fault(certificate, certificate).contains("holds no private key in PEM (PKCS#8)"));
    assertTrue(fault(folder, key).contains("--tls-certificate " + folder + " cannot be read"));
  }

  @Test
  void keyOfAnotherCertificateIsRefused() throws Exception {
    Path other = folder.resolve("other.pem");
    SelfSigned.make().write(folder.resolve("unused.pem"), other);
    String expected = "--tls-key " + other + " is not the key of the first certificate in ";
    assertTrue(fault(certificate, other).startsWith(expected), fault(certificate, other));
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pem(other, "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
    assertTrue(fault(certificate, other).startsWith(expected), fault(certificate, other));
  }

  @Test
  void keyInAnotherFormIsRefusedWithWhatMakesItRight() throws Exception {
    byte[] bytes = own.keys().getPrivate().getEncoded();
    pem(key, "EC PRIVATE KEY", bytes);
    assertTrue(fault(certificate, key).contains("openssl pkcs8 -topk8 -nocrypt -in " + key));
    pem(key, "ENCRYPTED PRIVATE KEY", bytes);
    assertTrue(fault(certificate, key).contains("is encrypted"), fault(certificate, key));
    pem(key, "PRIVATE KEY", new byte[] {1, 2, 3});
    assertTrue(fault(certificate, key).startsWith("--tls-key " + key + " "));
    String damaged = Files.readString(certificate).replaceFirst("M[A-Za-z]", "!!");
    Files.writeString(certificate, damaged);
    assertTrue(fault(certificate, key).contains("damaged"), fault(certificate, key));
  }

  private static void pem(Path file, String label, byte[] bytes) throws IOException {
    String text = Base64.getEncoder().encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
  }

  private static String fault(Path certificate, Path key) {
    return String.valueOf(
        assertThrows(IOException.class, () -> new CertificateFiles(certificate, key).read())
            .getMessage());
  }
}

package dev.mlestate.wire;

import java.util.Set;

/**
 * The marks by which Pulumi tells special values from plain ones in protobuf structs and in its
 * state.
 *
 * <p>Source: Pulumi 3.260, {@code sdk/go/common/resource/{properties,sig}} and {@code
 * sdk/go/common/resource/plugin/rpc.go}, read 2026-11-23.
 */
public final class Sentinels {
  /** The member of an object that says what the object stands for. */
  public static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

  public static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  public static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
  public static final String RESOURCE_REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";
  public static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";
  public static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

  /**
   * A number that JSON cannot say (NaN, infinities); its bits follow in hexadecimal. State only.
   */
  public static final String FLOAT = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

  /** A value that is not known yet; also the form in which every unknown is written. */
  public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** What stands for a secret in a preview's document. */
  public static final String HIDDEN = "[secret]";

  /** Every form of an unknown that a peer may send: string, boolean, number, array and so on. */
  public static final Set<String> UNKNOWNS =
      Set.of(
          UNKNOWN,
          "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
          "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
          "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
          "030794c1-ac77-496b-92df-f27374a8bd58",
          "e48ece36-62e2-4504-bad9-02848725956a",
          "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

  private Sentinels() {}
}

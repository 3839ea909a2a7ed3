package dev.mlestate.model;

import java.util.List;

/** Who reaches a private API. */
public record Access(
    @Key(
            value =
                "Private CIDR blocks of the corporate network or of the CI runners; the environment's own network always reaches it",
            format = Format.CIDR,
            most = 40,
            standard = "[]")
        List<String> from) {
  public Access {
    from = List.copyOf(from);
  }
}

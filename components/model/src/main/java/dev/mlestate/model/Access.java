package dev.mlestate.model;

import java.util.List;

/**
 * Who reaches a private API.
 *
 * @param from CIDRs
 */
public record Access(List<String> from) {
  public Access {
    from = List.copyOf(from);
  }
}

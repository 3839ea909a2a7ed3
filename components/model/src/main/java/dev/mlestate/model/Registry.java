package dev.mlestate.model;

import java.util.List;

/** Models and images. */
public record Registry(List<String> models, List<String> images, boolean scanOnPush) {
  public Registry {
    models = List.copyOf(models);
    images = List.copyOf(images);
  }
}

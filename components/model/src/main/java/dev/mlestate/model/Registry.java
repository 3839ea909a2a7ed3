package dev.mlestate.model;

import java.util.List;

/** Models and images. */
public record Registry(
    @Key(
            value = "One group of model versions each",
            format = Format.NAME,
            longest = 30,
            computed = "the models that serving names")
        List<String> models,
    @Key(
            value = "One image repository each",
            format = Format.NAME,
            longest = 30,
            standard = "[\"training\", \"serving\"]")
        List<String> images,
    @Key(
            value = "Whether every pushed image is searched for known vulnerabilities",
            standard = "true")
        boolean scanOnPush) {
  public Registry {
    models = List.copyOf(models);
    images = List.copyOf(images);
  }
}

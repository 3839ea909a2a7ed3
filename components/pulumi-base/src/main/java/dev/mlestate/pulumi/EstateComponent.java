package dev.mlestate.pulumi;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The base of every component: children are parented, outputs are registered last. */
public abstract class EstateComponent extends ComponentResource {
  private final String name;
  private final Map<String, String> tags;

  /**
   * Registers the component itself.
   *
   * @param type token such as mlestate:aws:Network
   */
  protected EstateComponent(String type, ComponentBuilder<?, ?> builder) {
    super(type, builder.name(), builder.options());
    this.name = builder.name();
    this.tags = builder.tags();
  }

  /** The component's name, the prefix of its children's. */
  public final String componentName() {
    return name;
  }

  /** A child's name: the component's, a hyphen and the suffix. */
  protected final String child(String suffix) {
    return name + "-" + suffix;
  }

  /** The tags of everything that takes tags. */
  protected final Map<String, String> tags() {
    return tags;
  }

  /** The tags and the name by which consoles show a resource. */
  protected final Map<String, String> tagsNamed(String shownName) {
    Map<String, String> all = new TreeMap<>(tags);
    all.put("Name", shownName);
    return all;
  }

  /** Options of a child; the component's providers are inherited. */
  protected final CustomResourceOptions parented() {
    return CustomResourceOptions.builder().parent(this).build();
  }

  /** Options of a child that needs others which its inputs do not mention. */
  protected final CustomResourceOptions parentedAfter(Resource... needed) {
    return parentedAfter(List.of(needed));
  }

  /** Options of a child that needs others which its inputs do not mention. */
  protected final CustomResourceOptions parentedAfter(List<Resource> needed) {
    return CustomResourceOptions.builder().parent(this).dependsOn(needed).build();
  }

  /**
   * Options of a child whose name in the cloud stays when it is replaced: the old one must go
   * before the new one comes.
   */
  protected final CustomResourceOptions parentedDeleteFirst(Resource... needed) {
    return parentedDeleteFirst(List.of(needed));
  }

  /** The same for a child that needs others which its inputs do not mention. */
  protected final CustomResourceOptions parentedDeleteFirst(List<Resource> needed) {
    return CustomResourceOptions.builder()
        .parent(this)
        .dependsOn(needed)
        .deleteBeforeReplace(true)
        .build();
  }

  /**
   * Options of a child that gets another name whenever it is replaced, and that others use: the new
   * one comes before the old one goes, although its name was given.
   */
  protected final CustomResourceOptions parentedCreateFirst(List<Resource> needed) {
    return CustomResourceOptions.builder()
        .parent(this)
        .dependsOn(needed)
        .deleteBeforeReplace(false)
        .build();
  }

  /** Options of a child component. */
  protected final ComponentResourceOptions parentedComponent(Resource... needed) {
    return ComponentResourceOptions.builder().parent(this).dependsOn(List.of(needed)).build();
  }

  /** Must be the constructor's last statement: the component is complete afterwards. */
  protected final void complete(Map<String, Output<?>> outputs) {
    registerOutputs(new TreeMap<>(outputs));
  }
}

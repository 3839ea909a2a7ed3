package dev.mlestate.gcp.project;

import com.pulumi.core.Output;
import com.pulumi.gcp.projects.Service;
import com.pulumi.gcp.projects.ServiceArgs;
import com.pulumi.resources.Resource;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Google's services, enabled in the project before anything uses them. They stay enabled when the
 * estate goes: others in the project may use them too.
 */
public final class RequiredApis extends EstateComponent {
  private final Map<String, Service> services = new TreeMap<>();

  private RequiredApis(Builder builder) {
    super("mlestate:gcp:RequiredApis", builder);
    for (String api : new TreeSet<>(builder.apis)) {
      services.put(api, enable(api));
    }
    complete(Map.of("apis", Output.of(List.copyOf(services.keySet()))));
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private Service enable(String api) {
    return new Service(
        child(api),
        ServiceArgs.builder()
            .service(api + ".googleapis.com")
            .disableOnDestroy(false)
            .disableDependentServices(false)
            .build(),
        parented());
  }

  /** All of them, for what must come after. */
  public List<Resource> services() {
    return List.copyOf(services.values());
  }

  /** Builds {@link RequiredApis}. */
  public static final class Builder extends ComponentBuilder<RequiredApis, Builder> {
    private final List<String> apis = new ArrayList<>();

    private Builder(String name) {
      super(name);
    }

    /** Adds services by the first part of their host's name, such as compute. */
    public Builder apis(Collection<String> value) {
      apis.addAll(value);
      return this;
    }

    @Override
    public RequiredApis build() {
      return new RequiredApis(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}

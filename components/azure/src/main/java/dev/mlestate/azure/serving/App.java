package dev.mlestate.azure.serving;

import com.pulumi.azurenative.app.inputs.ManagedServiceIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container app, in a version of the API that has workload profiles by name. */
public final class App extends RawResource {
  static final RawType TYPE =
      new RawType(
          "azure-native:app/v20250101:ContainerApp",
          "2.90.0",
          "pulumi.com, Azure Native 2.90.0, app.ManagedEnvironment: other available API versions;"
              + " read 2026-11-24");

  @Export(
      name = "name",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> name;

  App(String resourceName, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(TYPE, resourceName, args, provider, options);
  }

  public Output<String> name() {
    return registered(name);
  }

  /** Of the properties of Microsoft.App/containerApps@2025-01-01. */
  static final class Args extends ResourceArgs {
    @Import(name = "resourceGroupName", required = true)
    final Output<String> resourceGroupName;

    @Import(name = "containerAppName")
    final String containerAppName;

    @Import(name = "location")
    final String location;

    @Import(name = "environmentId")
    final Output<String> environmentId;

    @Import(name = "workloadProfileName")
    final String workloadProfileName;

    @Import(name = "identity")
    final ManagedServiceIdentityArgs identity;

    @Import(name = "configuration")
    final Configuration configuration;

    @Import(name = "template")
    final Template template;

    @Import(name = "tags")
    final Map<String, String> tags;

    Args(
        Output<String> resourceGroupName,
        String containerAppName,
        String location,
        Output<String> environmentId,
        WorkloadProfile profile,
        ManagedServiceIdentityArgs identity,
        Configuration configuration,
        Template template,
        Map<String, String> tags) {
      this.resourceGroupName = resourceGroupName;
      this.containerAppName = containerAppName;
      this.location = location;
      this.environmentId = environmentId;
      this.workloadProfileName = profile.word();
      this.identity = identity;
      this.configuration = configuration;
      this.template = template;
      this.tags = tags;
    }
  }

  static final class Configuration extends ResourceArgs {
    @Import(name = "activeRevisionsMode")
    final String activeRevisionsMode = "Single";

    @Import(name = "ingress")
    final Ingress ingress;

    @Import(name = "registries")
    final List<Credentials> registries;

    Configuration(int port, Output<String> server, Output<String> identityId) {
      this.ingress = new Ingress(port);
      this.registries = List.of(new Credentials(server, identityId));
    }
  }

  /** External to the environment, which itself is internal: the whole network reaches it. */
  static final class Ingress extends ResourceArgs {
    @Import(name = "external")
    final Boolean external = true;

    @Import(name = "allowInsecure")
    final Boolean allowInsecure = false;

    @Import(name = "targetPort")
    final Integer targetPort;

    @Import(name = "transport")
    final String transport = "auto";

    Ingress(int targetPort) {
      this.targetPort = targetPort;
    }
  }

  static final class Credentials extends ResourceArgs {
    @Import(name = "server")
    final Output<String> server;

    @Import(name = "identity")
    final Output<String> identity;

    Credentials(Output<String> server, Output<String> identity) {
      this.server = server;
      this.identity = identity;
    }
  }

  static final class Template extends ResourceArgs {
    @Import(name = "containers")
    final List<Container> containers;

    @Import(name = "scale")
    final Scale scale;

    Template(Container container, Scale scale) {
      this.containers = List.of(container);
      this.scale = scale;
    }
  }

  static final class Container extends ResourceArgs {
    @Import(name = "name")
    final String name;

    @Import(name = "image")
    final Output<String> image;

    @Import(name = "env")
    final List<Variable> env;

    @Import(name = "resources")
    final Resources resources;

    Container(String name, Output<String> image, List<Variable> env, Resources resources) {
      this.name = name;
      this.image = image;
      this.env = List.copyOf(env);
      this.resources = resources;
    }
  }

  static final class Variable extends ResourceArgs {
    @Import(name = "name")
    final String name;

    @Import(name = "value")
    final Output<String> value;

    Variable(String name, Output<String> value) {
      this.name = name;
      this.value = value;
    }
  }

  static final class Resources extends ResourceArgs {
    @Import(name = "cpu")
    final Double cpu;

    @Import(name = "memory")
    final String memory;

    Resources(double cpu, String memory) {
      this.cpu = cpu;
      this.memory = memory;
    }
  }

  static final class Scale extends ResourceArgs {
    @Import(name = "minReplicas")
    final Integer minReplicas;

    @Import(name = "maxReplicas")
    final Integer maxReplicas;

    @Import(name = "rules")
    final List<Rule> rules;

    Scale(int minReplicas, int maxReplicas, int concurrentRequests) {
      this.minReplicas = minReplicas;
      this.maxReplicas = maxReplicas;
      this.rules = List.of(new Rule(concurrentRequests));
    }
  }

  static final class Rule extends ResourceArgs {
    @Import(name = "name")
    final String name = "requests";

    @Import(name = "http")
    final Http http;

    Rule(int concurrentRequests) {
      this.http = new Http(concurrentRequests);
    }
  }

  static final class Http extends ResourceArgs {
    @Import(name = "metadata")
    final Map<String, String> metadata;

    Http(int concurrentRequests) {
      this.metadata = Map.of("concurrentRequests", String.valueOf(concurrentRequests));
    }
  }
}

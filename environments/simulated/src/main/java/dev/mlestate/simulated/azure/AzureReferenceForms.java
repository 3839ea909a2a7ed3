package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.cloud.ReferenceForms;
import dev.mlestate.simulated.record.RecordedResource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ids, and the URLs of keys. */
final class AzureReferenceForms implements ReferenceForms {
  @Override
  public boolean typed() {
    return false;
  }

  @Override
  public Set<String> handles(RecordedResource resource) {
    Set<String> handles = new HashSet<>();
    handles.add(ResourcePaths.normal(resource.id()));
    for (String output : List.of("keyUri", "keyUriWithVersion")) {
      Inputs.text(resource.outputs(), output).ifPresent(handles::add);
    }
    return handles;
  }

  @Override
  public Set<String> broughtAlong(RecordedResource resource) {
    Set<String> texts = new HashSet<>();
    String id = ResourcePaths.normal(resource.id());
    switch (ResourcePaths.unversioned(resource.type())) {
      case "azure-native:network:VirtualNetwork" -> {
        inline(resource, "subnets", "name", id + "/subnets/", texts);
        String group = id.substring(0, id.indexOf("/resourcegroups/")) + "/resourcegroups/";
        String watchers = group + ResourcePaths.normal("/" + Subscription.WATCHERS).substring(1);
        texts.add(watchers);
        Inputs.text(resource.outputs(), "location")
            .map(AzureFlags::location)
            .ifPresent(
                place ->
                    texts.add(
                        watchers
                            + "/providers/microsoft.network/networkwatchers/networkwatcher_"
                            + place));
      }
      case "azure-native:storage:StorageAccount" -> {
        for (String service : List.of("blob", "file", "queue", "table")) {
          texts.add(id + "/" + service + "services/default");
        }
      }
      case "azure-native:containerservice:ManagedCluster" -> {
        inline(resource, "agentPoolProfiles", "name", id + "/agentpools/", texts);
        Inputs.text(resource.outputs(), "nodeResourceGroup")
            .map(
                name -> id.substring(0, id.indexOf("/resourcegroups/")) + "/resourcegroups/" + name)
            .map(ResourcePaths::normal)
            .ifPresent(texts::add);
      }
      default -> {
        // Everything else is in the record itself.
      }
    }
    return texts;
  }

  private static void inline(
      RecordedResource resource, String list, String name, String prefix, Set<String> texts) {
    Inputs.objects(resource.inputs(), list)
        .forEach(
            each ->
                Inputs.text(each, name)
                    .map(text -> ResourcePaths.normal(prefix + text))
                    .ifPresent(texts::add));
  }

  @Override
  public String normal(String text, String account) {
    return ResourcePaths.normal(text);
  }

  /** Of other subscriptions and of Azure itself the record knows nothing. */
  @Override
  public boolean foreign(String text, String account) {
    String id = ResourcePaths.normal(text);
    return id.startsWith("/providers/")
        || (id.startsWith("/subscriptions/")
            && !id.equals("/subscriptions/" + account)
            && !id.startsWith("/subscriptions/" + account + "/"));
  }
}

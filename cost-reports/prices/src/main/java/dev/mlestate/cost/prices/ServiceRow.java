package dev.mlestate.cost.prices;

import dev.mlestate.model.Cloud;
import java.util.List;
import java.util.Optional;

/** A row of services.csv. */
record ServiceRow(Cloud cloud, String region, Service service, Price price) {
  static final List<String> COLUMNS =
      List.of("cloud", "region", "service", "usd", "source", "date");

  static Optional<ServiceRow> read(PriceFile.Row row) {
    Optional<Cloud> cloud = row.cloud();
    String region = row.required("region");
    String word = row.required("service");
    Optional<Service> service = Service.of(word);
    if (service.isEmpty() && !word.isEmpty()) {
      row.problem("service", "unknown service '" + word + "'", "add it to Service, or mend it");
    }
    row.required("usd");
    Optional<Price> price = row.price("usd", "source", "date");
    return cloud.isPresent() && !region.isEmpty() && service.isPresent() && price.isPresent()
        ? Optional.of(new ServiceRow(cloud.get(), region, service.get(), price.get()))
        : Optional.empty();
  }
}

package dev.mlestate.cost;

import dev.mlestate.model.Stage;
import java.math.BigDecimal;

/**
 * What an estimate assumes where an environment's {@code usage} says nothing. They are mlestate's
 * own round figures, to be replaced by what a team measures.
 *
 * @param hoursPerDay in which a pool or a serving runs at its maximum
 * @param lakeGib stored in the data lake
 * @param bucketGib stored in any other bucket
 * @param egressGib that leave the data lake for the internet
 * @param natGib through a NAT gateway
 * @param endpointGib through an interface endpoint
 * @param logGib into a log group
 * @param imageGib stored in an image repository
 * @param millionRequests to a serving or the data lake
 * @param millionDataEvents that a trail records
 */
record UsageDefaults(
    BigDecimal hoursPerDay,
    BigDecimal lakeGib,
    BigDecimal bucketGib,
    BigDecimal egressGib,
    BigDecimal natGib,
    BigDecimal endpointGib,
    BigDecimal logGib,
    BigDecimal imageGib,
    BigDecimal millionRequests,
    BigDecimal millionDataEvents) {
  static UsageDefaults of(Stage stage) {
    return switch (stage) {
      case DEV -> of("2", "100", "5", "10", "50", "10", "1", "10", "0.1", "1");
      case STAGING -> of("4", "1000", "10", "50", "100", "20", "2", "20", "1", "2");
      case PROD -> of("8", "10000", "50", "200", "500", "100", "10", "50", "10", "10");
    };
  }

  private static UsageDefaults of(
      String hoursPerDay,
      String lakeGib,
      String bucketGib,
      String egressGib,
      String natGib,
      String endpointGib,
      String logGib,
      String imageGib,
      String millionRequests,
      String millionDataEvents) {
    return new UsageDefaults(
        new BigDecimal(hoursPerDay),
        new BigDecimal(lakeGib),
        new BigDecimal(bucketGib),
        new BigDecimal(egressGib),
        new BigDecimal(natGib),
        new BigDecimal(endpointGib),
        new BigDecimal(logGib),
        new BigDecimal(imageGib),
        new BigDecimal(millionRequests),
        new BigDecimal(millionDataEvents));
  }
}

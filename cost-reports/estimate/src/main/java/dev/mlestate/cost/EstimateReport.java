package dev.mlestate.cost;

import dev.mlestate.report.Block;
import dev.mlestate.report.Column;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Severity;
import dev.mlestate.report.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An estimate for people: the tree of what it costs, then what that rests on. */
public final class EstimateReport {
  private static final MathContext SHOWN = new MathContext(8);

  private final Estimate estimate;

  private EstimateReport(Estimate estimate) {
    this.estimate = estimate;
  }

  /** The whole report. */
  public static Document document(Estimate estimate) {
    return new Document("Monthly cost of " + estimate.name(), blocks(estimate));
  }

  /** The report without a title, to stand in another document. */
  public static List<Block> blocks(Estimate estimate) {
    return new EstimateReport(estimate).blocks();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(tree());
    blocks.add(new Block.Paragraph(Line.of(range())));
    if (!estimate.perTeam().isEmpty()) {
      blocks.add(teams());
    }
    if (!estimate.accelerators().isEmpty()) {
      blocks.add(accelerators());
    }
    if (!estimate.unpriced().isEmpty()) {
      blocks.add(
          new Block.Verdict(
              Severity.UNKNOWN,
              Line.of("the total leaves out " + count(estimate.unpriced().size(), "thing"))));
      blocks.add(
          new Block.Points(
              estimate.unpriced().stream().map(EstimateReport::unpriced).distinct().toList()));
    }
    blocks.add(footer());
    if (!estimate.free().isEmpty()) {
      blocks.add(new Block.Details(Line.of("Free by itself"), List.of(free())));
    }
    blocks.add(
        new Block.Details(
            Line.of("Assumptions"),
            List.of(new Block.Points(estimate.assumptions().stream().map(Line::of).toList()))));
    return blocks;
  }

  private Block.Tree tree() {
    List<Block.Node> sections = new ArrayList<>();
    for (Section section : Section.values()) {
      List<Charge> charges =
          estimate.charges().stream().filter(c -> c.section() == section).toList();
      if (!charges.isEmpty()) {
        sections.add(node(section.title(), "", "", money(sum(charges)), items(charges)));
      }
    }
    return new Block.Tree(
        List.of(Column.right("quantity"), Column.left("price"), Column.right("USD a month")),
        node(estimate.name(), "", "", total(), sections));
  }

  /** Like charges of one team's are one line. */
  private static List<Block.Node> items(List<Charge> charges) {
    Map<String, List<Charge>> like = new TreeMap<>();
    for (Charge charge : charges) {
      String key = String.join("\n", charge.item(), charge.unit(), charge.unitUsd().toString());
      like.computeIfAbsent(key, k -> new ArrayList<>()).add(charge);
    }
    return like.values().stream().map(EstimateReport::item).toList();
  }

  private static Block.Node item(List<Charge> charges) {
    Charge first = charges.get(0);
    BigDecimal quantity =
        charges.stream().map(Charge::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    return node(
        charges.size() == 1 ? first.item() : first.item() + " ×" + charges.size(),
        quantity(quantity) + " " + first.unit(),
        "× $" + first.unitUsd().round(SHOWN).stripTrailingZeros().toPlainString(),
        money(sum(charges)),
        List.of());
  }

  private static Block.Node node(
      String label, String quantity, String price, String usd, List<Block.Node> children) {
    return new Block.Node(
        children.isEmpty() ? Line.of(label) : Line.of(Span.strong(label)),
        List.of(Line.of(quantity), Line.of(Span.muted(price)), Line.of(usd)),
        children);
  }

  private String total() {
    return (estimate.unpriced().isEmpty() ? "" : "at least ") + money(estimate.monthlyUsd());
  }

  private String range() {
    String low = money(estimate.lowMonthlyUsd());
    String high = money(estimate.highMonthlyUsd());
    return low.equals(high)
        ? "Every pool has one price: there is no range."
        : "From " + low + " to " + high + ", depending on which capacity option each pool gets.";
  }

  private Block teams() {
    List<List<Line>> rows = new ArrayList<>();
    estimate
        .perTeam()
        .forEach(
            (team, share) ->
                rows.add(
                    List.of(
                        Line.of(team),
                        Line.of(costCenters(team)),
                        Line.of(quantity(share.gpuHours())),
                        Line.of(money(share.usd())))));
    return new Block.Table(
        List.of(
            Column.left("team"),
            Column.left("cost centre"),
            Column.right(counted() + " hours"),
            Column.right("USD a month")),
        rows);
  }

  private String costCenters(String team) {
    return estimate.charges().stream()
        .filter(charge -> charge.team().equals(team))
        .map(Charge::costCenter)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private Block accelerators() {
    Function<AcceleratorUse, List<Line>> row =
        use ->
            List.of(
                Line.of(use.name()),
                Line.of(use.machine()),
                use.hours().map(h -> Line.of(quantity(h))).orElseGet(EstimateReport::unknown),
                use.usdPerHour().map(u -> Line.of(money(u))).orElseGet(EstimateReport::unknown));
    return new Block.Table(
        List.of(
            Column.left("accelerators"),
            Column.left("machine"),
            Column.right(counted() + " hours"),
            Column.right("USD per " + counted() + " hour")),
        estimate.accelerators().stream().map(row).toList());
  }

  /** What the hours are hours of. */
  private String counted() {
    return estimate.accelerators().stream()
        .map(AcceleratorUse::kind)
        .distinct()
        .sorted()
        .map(AcceleratorUse.Kind::words)
        .reduce((one, other) -> one + " or " + other)
        .orElse(AcceleratorUse.Kind.GPU.words());
  }

  private static Line unknown() {
    return Line.of(new Span.Mark(Severity.UNKNOWN));
  }

  private static Line unpriced(Unpriced left) {
    return Line.of(left.item() + ": ")
        .then(Span.strong(left.cause().words()))
        .then(", " + left.reason());
  }

  private Block footer() {
    String prices =
        estimate
            .oldestPrice()
            .map(date -> "; prices in " + estimate.region() + ", the oldest of " + date)
            .orElse("");
    return new Block.Paragraph(
        Line.of(
            Span.muted(
                count(estimate.charges().size(), "charge")
                    + " of "
                    + count(resources(), "resource")
                    + " estimated"
                    + prices
                    + ".")));
  }

  /** The types by the reason why they are free, without the package that they are in. */
  private Block free() {
    Map<String, List<String>> byReason = new TreeMap<>();
    estimate
        .free()
        .forEach(
            (type, reason) ->
                byReason
                    .computeIfAbsent(reason, r -> new ArrayList<>())
                    .add(type.substring(type.lastIndexOf(':') + 1)));
    return new Block.Points(
        byReason.entrySet().stream()
            .map(e -> Line.of(String.join(", ", e.getValue()) + ": " + e.getKey()))
            .toList());
  }

  private int resources() {
    return (int) estimate.charges().stream().map(Charge::resource).distinct().count();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static BigDecimal sum(Collection<Charge> charges) {
    return charges.stream().map(Charge::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String money(BigDecimal usd) {
    return "$" + grouped(usd.setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  private static String quantity(BigDecimal value) {
    BigDecimal rounded = value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
    return grouped(rounded.toPlainString());
  }

  /** With a comma before each three digits. */
  private static String grouped(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",")
        + (point < 0 ? "" : number.substring(point));
  }
}

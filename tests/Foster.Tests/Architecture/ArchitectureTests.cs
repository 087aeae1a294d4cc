using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Rules;
using Mono.Cecil;
using Xunit;

namespace Foster.Tests.Architecture;

/// <summary>
/// The rules of the architecture, held by the product and broken on purpose by what stands in Planted: a rule that
/// would not see its breach is no rule.
/// </summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string> WaysToNameAFeature =>
        [
            .. CodeBase
                .Planted.Units.Where(u =>
                    u.Namespace == "Foster.Web.Foundation.Planted"
                    && (
                        u.Definition.Name.StartsWith("In", StringComparison.Ordinal)
                        || u.Definition.Name.StartsWith("As", StringComparison.Ordinal)
                        || u.Definition.Name.StartsWith("On", StringComparison.Ordinal)
                    )
                    && u.Definition.Name != "Innocent"
                )
                .Select(u => u.Definition.Name),
        ];

    [Fact]
    public void The_product_is_really_read()
    {
        Assert.NotNull(CodeBase.Product.Find(typeof(Result).FullName!));
        Assert.Contains(CodeBase.Product.Units, u => u.Feature == "Cases");
        Assert.Contains(CodeBase.Product.Units, u => u.IsOperation);
        Assert.NotEmpty(NamingRules.RecordsAndEvents(CodeBase.Product));
        Assert.Equal("Foster.Web.Foundation.Catalogues.IEvent", typeof(IEvent).FullName);
    }

    [Fact]
    public void Foundation_names_no_feature() =>
        Rule.Holds(NamingRules.FoundationKnowsNoFeature(CodeBase.Product));

    [Theory]
    [MemberData(nameof(WaysToNameAFeature))]
    public void Foundation_that_names_a_feature_is_seen(string way) =>
        Assert.Contains(
            NamingRules.FoundationKnowsNoFeature(CodeBase.Planted),
            b => b.StartsWith($"Foster.Web.Foundation.Planted.{way} ", StringComparison.Ordinal)
        );

    [Fact]
    public void Foundation_s_views_are_seen_by_the_place_of_their_files()
    {
        var breaches = NamingRules.FoundationKnowsNoFeature(CodeBase.Planted);

        Caught(breaches, "Foster.Web.Foundation.Web.PlantedPart");
        NotCaught(breaches, "Innocent", "PlantedAwait");
    }

    [Fact]
    public void Features_name_each_other_along_the_arrows_only() =>
        Rule.Holds(NamingRules.FeaturesFollowTheArrows(CodeBase.Product));

    [Fact]
    public void Steps_against_the_arrows_are_seen()
    {
        var breaches = NamingRules.FeaturesFollowTheArrows(CodeBase.Planted);

        Caught(breaches, "PlantedBackArrow", "PlantedSideways", "PlantedHost", "PlantedBackDoor");
        NotCaught(breaches, "PlantedAlongArrow", "PlantedFarArrow");
    }

    [Fact]
    public void Exports_rights_and_criminal_or_bank_detail_ask_afresh_who_it_is() =>
        Rule.Holds(StepUpRule.Breaches(CodeBase.Product));

    [Fact]
    public void Pages_that_do_not_ask_afresh_are_seen()
    {
        var breaches = StepUpRule.Breaches(CodeBase.Planted);

        Caught(breaches, "PlantedCriminalPage", "PlantedExportPage", "PlantedRightsPage");
        NotCaught(breaches, "PlantedFreshPage", "PlantedAskingPage");
    }

    [Fact]
    public void Features_use_front_doors() =>
        Rule.Holds(NamingRules.FeaturesUseFrontDoors(CodeBase.Product));

    [Fact]
    public void Back_doors_are_seen()
    {
        var breaches = NamingRules.FeaturesUseFrontDoors(CodeBase.Planted);

        Caught(breaches, "PlantedBackDoor");
        NotCaught(breaches, "PlantedSideways", "PlantedAlongArrow");
    }

    [Fact]
    public void Features_make_no_circles() =>
        Rule.Holds(NamingRules.FeaturesMakeNoCircles(CodeBase.Product));

    [Fact]
    public void Circles_are_seen()
    {
        var breaches = NamingRules.FeaturesMakeNoCircles(CodeBase.Planted);

        Caught(breaches, "Cases comes", "Hub comes", "Payments comes");
        NotCaught(breaches, "Reports comes", "AllowanceReview comes");
    }

    [Fact]
    public void Every_feature_stands_in_the_list_of_arrows() =>
        Rule.Holds(NamingRules.FeaturesAreKnown(CodeBase.Product));

    [Fact]
    public void A_feature_without_arrows_is_seen() =>
        Assert.Equal(
            ["Unheard is no feature that the arrows know"],
            NamingRules.FeaturesAreKnown(CodeBase.Planted)
        );

    [Fact]
    public void The_arrows_make_no_circles() =>
        Assert.DoesNotContain(
            Arrows.Drawn.Keys,
            f => f != "Cases" && Arrows.Drawn[f].Any(to => to != "Cases" && Arrows.Allow(to, f))
        );

    [Fact]
    public void Records_and_events_are_plain() =>
        Rule.Holds(NamingRules.RecordsAndEventsArePlain(CodeBase.Product));

    [Fact]
    public void Records_and_events_that_name_a_framework_are_seen()
    {
        var breaches = NamingRules.RecordsAndEventsArePlain(CodeBase.Planted);

        Caught(breaches, "PlantedRecord", "PlantedHappened");
        NotCaught(breaches, "PlantedPlainRecord", "PlantedRecordMap");
    }

    [Fact]
    public void Pages_and_views_do_not_write() =>
        Rule.Holds(ConductRules.PagesDoNotWrite(CodeBase.Product));

    [Fact]
    public void Pages_and_views_that_write_are_seen()
    {
        var breaches = ConductRules.PagesDoNotWrite(CodeBase.Planted);

        Caught(
            breaches,
            "PlantedSavingPage",
            "PlantedAddingPage",
            "PlantedBulkPage",
            "PlantedSqlPage",
            "Foster.Web.Features.Cases.Staff.PlantedView"
        );
        NotCaught(breaches, "PlantedReadingPage");
    }

    [Fact]
    public void Libraries_stay_in_their_rooms() =>
        Rule.Holds(NamingRules.LibrariesStayInTheirRooms(CodeBase.Product));

    [Fact]
    public void A_library_outside_its_room_is_seen()
    {
        var breaches = NamingRules.LibrariesStayInTheirRooms(CodeBase.Planted);

        Caught(breaches, "PlantedPost");
        NotCaught(breaches, "PlantedAddressReader");
    }

    [Fact]
    public void Only_the_clock_asks_the_machine() =>
        Rule.Holds(ConductRules.OnlyTheClockAsksTheMachine(CodeBase.Product));

    [Fact]
    public void Others_that_ask_the_machine_are_seen()
    {
        var breaches = ConductRules.OnlyTheClockAsksTheMachine(CodeBase.Planted);

        Caught(breaches, "PlantedClockReader", "PlantedSystemTime");
        NotCaught(breaches, "PlantedLondon");
    }

    [Fact]
    public void Nothing_writes_raw_HTML() =>
        Rule.Holds(ConductRules.NothingWritesRawHtml(CodeBase.Product));

    [Fact]
    public void Raw_HTML_is_seen() =>
        Caught(
            ConductRules.NothingWritesRawHtml(CodeBase.Planted),
            "PlantedRaw",
            "PlantedRawOfModel"
        );

    [Fact]
    public void Nothing_blocks() => Rule.Holds(ConductRules.NothingBlocks(CodeBase.Product));

    [Fact]
    public void Blocking_is_seen_and_awaiting_is_not()
    {
        var breaches = ConductRules.NothingBlocks(CodeBase.Planted);

        Caught(breaches, "PlantedWait", "PlantedResult", "PlantedGetResult");
        NotCaught(breaches, "PlantedAwait", "PlantedClockReader");
    }

    [Fact]
    public void Operations_take_an_actor() =>
        Rule.Holds(ConductRules.OperationsTakeAnActor(CodeBase.Product));

    [Fact]
    public void Operations_without_an_actor_are_seen()
    {
        var breaches = ConductRules.OperationsTakeAnActor(CodeBase.Planted);

        Caught(breaches, "PlantedUnsignedOperation", "PlantedEndlessOperation");
        NotCaught(breaches, "PlantedWholeOperation", "PlantedSilentOperation", "PlantedVerb");
    }

    [Fact]
    public void Operations_record_history() =>
        Rule.Holds(ConductRules.OperationsRecordHistory(CodeBase.Product));

    [Fact]
    public void Operations_without_history_are_seen()
    {
        var breaches = ConductRules.OperationsRecordHistory(CodeBase.Planted);

        Caught(breaches, "PlantedSilentOperation", "PlantedSavingPartOperation");
        NotCaught(breaches, "PlantedPartOperation", "PlantedWholeOperation", "PlantedVerb");
    }

    [Fact]
    public void Files_keep_to_their_sizes() => Rule.Holds(SizeRule.Breaches(SizeRule.Sources()));

    [Fact]
    public void Files_that_grew_too_long_are_seen()
    {
        Assert.Contains(SizeRule.Sources(), f => f.Path == "src/Foster.Web/Program.cs");
        Assert.Equal(
            3,
            SizeRule
                .Breaches([
                    ("src/A.cs", 300),
                    ("src/B.cs", 301),
                    ("src/C.cshtml", 151),
                    ("tests/D.cs", 500),
                    ("tests/E.cs", 501),
                ])
                .Count
        );
    }

    [Fact]
    public void The_analyser_that_bans_symbols_is_on()
    {
        var project = File.ReadAllText(
            Path.Combine(Foster.TestKit.Repository.Root, "src/Foster.Web/Foster.Web.csproj")
        );

        Assert.Contains(
            "Microsoft.CodeAnalysis.BannedApiAnalyzers",
            project,
            StringComparison.Ordinal
        );
        Assert.Contains("BannedSymbols.txt", project, StringComparison.Ordinal);
    }

    private static void Caught(IReadOnlyList<string> breaches, params string[] names) =>
        Assert.All(
            names,
            name =>
                Assert.Contains(
                    breaches,
                    b =>
                        Subject(b).EndsWith(name, StringComparison.Ordinal)
                        || b.StartsWith(name, StringComparison.Ordinal)
                )
        );

    private static void NotCaught(IReadOnlyList<string> breaches, params string[] names) =>
        Assert.All(
            names,
            name =>
                Assert.DoesNotContain(
                    breaches,
                    b =>
                        Subject(b).EndsWith("." + name, StringComparison.Ordinal)
                        || b.StartsWith(name, StringComparison.Ordinal)
                )
        );

    private static string Subject(string breach) => breach.Split(' ')[0];
}

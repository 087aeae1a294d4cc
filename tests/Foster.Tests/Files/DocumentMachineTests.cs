using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Xunit;
using static Foster.Web.Features.Documents.DocumentState;

namespace Foster.Tests.Files;

/// <summary>R-DOC-01: who does what with a document in which state, written out again and compared cell by cell.</summary>
public class DocumentMachineTests
{
    private const string Why = "The photo is too dark to read the number.";

    private static readonly Role[] Workers =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.TeamManager,
    ];

    private static readonly (
        DocumentVerb Verb,
        DocumentState[] From,
        DocumentState To,
        Role[] By
    )[] Expected =
    [
        (DocumentVerb.Give, [Asked, Given, SentBack], Given, [.. Workers, Role.ProspectiveCarer]),
        (DocumentVerb.TakeBack, [Given], Asked, [.. Workers, Role.ProspectiveCarer, Role.System]),
        (DocumentVerb.Accept, [Given], Accepted, Workers),
        (DocumentVerb.NoteShown, [Asked, SentBack], Accepted, Workers),
        (DocumentVerb.SendBack, [Given, Accepted], SentBack, Workers),
        (DocumentVerb.Drop, [Asked, Given, SentBack], NotNeeded, Workers),
        (DocumentVerb.Settle, [Asked, SentBack], NotNeeded, [Role.System]),
    ];

    [Fact]
    public void Every_act_is_allowed_where_the_table_says_so_and_refused_with_a_reason_elsewhere()
    {
        foreach (var state in Enum.GetValues<DocumentState>())
        foreach (var (verb, from, to, by) in Expected)
        foreach (var role in Enum.GetValues<Role>())
        {
            var document = In(state, verb == DocumentVerb.NoteShown ? "dbs" : "other");
            var workers = document.About.Workers;
            var allowed =
                from.Contains(state)
                && by.Contains(role)
                && (!role.IsStaff() || workers.Contains(role));

            var moved = Do(document, verb, As(role));

            Assert.True(allowed == moved.Ok, $"{state}, {verb}, {role}: {moved.Reasons}");
            Assert.Equal(allowed ? to : state, document.State);
            Assert.All(moved.Refusals, r => Assert.NotNull(r.RuleId));
        }
    }

    /// <summary>§11: check results are the assessor's and the team manager's.</summary>
    [Fact]
    public void What_belongs_to_a_check_is_for_those_who_work_on_checks()
    {
        foreach (
            var kind in DocumentKinds.All.Where(k =>
                k.Check is not null || k.Content != DocumentContent.Plain
            )
        )
            Assert.Equal([Role.Assessor, Role.TeamManager], kind.Workers);
        Assert.Equal(
            [Role.Assessor, Role.RecruitmentOfficer, Role.TeamManager],
            DocumentKinds.Of("other").Workers.OrderBy(r => r.ToString())
        );
        Assert.False(Do(In(Asked, "medical"), DocumentVerb.Give, As(Role.RecruitmentOfficer)).Ok);
    }

    [Fact]
    public void No_copy_of_a_criminal_record_certificate_is_taken_from_anybody_R_DP_04()
    {
        foreach (var kind in DocumentKinds.All.Where(k => k.Content == DocumentContent.Criminal))
        foreach (var role in (Role[])[Role.ProspectiveCarer, Role.Assessor, Role.TeamManager])
            Assert.Contains(
                Do(In(Asked, kind.Key), DocumentVerb.Give, As(role)).Refusals,
                r => r.RuleId == "R-DP-04"
            );
        Assert.False(Do(In(Asked, "identity"), DocumentVerb.NoteShown, As(Role.Assessor)).Ok);
    }

    [Fact]
    public void What_others_send_us_is_uploaded_by_staff_alone()
    {
        Assert.False(Do(In(Asked, "medical"), DocumentVerb.Give, As(Role.ProspectiveCarer)).Ok);
        Assert.True(Do(In(Asked, "medical"), DocumentVerb.Give, As(Role.Assessor)).Ok);
    }

    [Fact]
    public void Sending_back_and_dropping_ask_for_reasons_R_VAL_06()
    {
        foreach (var document in (Document[])[In(Given, "identity"), In(Given, "pets")])
            Assert.Equal(
                ("R-VAL-06", "reason"),
                document.SendBack(As(Role.Assessor), default, new(2026, 5, 15), "Too short")
                    is { Refusals: [var r] }
                    ? (r.RuleId, r.Field)
                    : default
            );
        Assert.False(In(Asked, "pets").Drop(As(Role.TeamManager), new(2026, 5, 15), null).Ok);
    }

    /// <summary>§4.3 names identity, DBS, overseas, medical, pets, finances, permission, car, insurance and residence.</summary>
    [Fact]
    public void The_catalogue_asks_for_what_the_checks_of_the_domain_need()
    {
        Assert.Equal(DocumentKinds.All.Count, DocumentKinds.All.DistinctBy(k => k.Key).Count());
        foreach (
            var (check, kinds) in new (string, string[])[]
            {
                ("CHK-01", ["identity", "address"]),
                ("CHK-02", ["dbs"]),
                ("CHK-03", ["dbs"]),
                ("CHK-09", ["medical"]),
                ("CHK-11", ["approval"]),
                // Also where an animal comes later than the application (R-ELIG-07).
                ("CHK-19", ["pets"]),
            }
        )
            Assert.Equal(
                kinds,
                DocumentKinds.All.Where(k => k.Usual && k.IsFor(check)).Select(k => k.Key)
            );
        foreach (var check in (string[])["CHK-08", "CHK-21", "CHK-23", "CHK-24"])
            Assert.Contains(DocumentKinds.All, k => k.IsFor(check) && !k.Usual);
        Assert.Equal(DocumentContent.Health, DocumentKinds.Of("medical").Content);
        Assert.Equal(DocumentContent.Criminal, DocumentKinds.Of("overseas").Content);
    }

    private static Actor As(Role role) => new(Guid.NewGuid(), "Somebody", role, Guid.Empty);

    private static Document In(DocumentState state, string kind)
    {
        var document = new Document
        {
            CouncilId = Guid.Empty,
            CaseId = Guid.NewGuid(),
            Kind = kind,
            AskedOn = new(2026, 5, 1),
            AskedBy = "Foster",
        };
        typeof(Document).GetProperty(nameof(Document.State))!.SetValue(document, state);
        return document;
    }

    private static Result Do(Document document, DocumentVerb verb, Actor actor)
    {
        var on = new DateOnly(2026, 5, 15);
        return verb switch
        {
            DocumentVerb.Give => document.Give(actor, on, []),
            DocumentVerb.TakeBack => document.TakeBack(actor),
            DocumentVerb.Accept => document.Accept(actor, on, []),
            DocumentVerb.NoteShown => document.NoteShown(actor, on),
            DocumentVerb.SendBack => document.SendBack(actor, default, on, Why),
            DocumentVerb.Settle => document.Settle(actor, on, Why),
            _ => document.Drop(actor, on, Why),
        };
    }
}

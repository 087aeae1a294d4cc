using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Documents.DocumentState;

namespace Foster.Web.Features.Documents;

public enum DocumentState
{
    Asked,
    Given,
    Accepted,
    SentBack,
    NotNeeded,
}

public enum DocumentVerb
{
    Ask,
    Give,
    TakeBack,
    Accept,
    NoteShown,
    SendBack,
    Drop,
    Settle,
}

/// <summary>The state table of a document that was asked for.</summary>
public static class DocumentMachine
{
    /// <summary>Our own policy: no law says how documents are asked for.</summary>
    public const string RuleId = "R-DOC-01";

    private static readonly Role[] Workers =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.TeamManager,
    ];

    private static readonly Role[] Givers = [Role.ProspectiveCarer, .. Workers];

    public static StateMachine<DocumentState, DocumentVerb> Table { get; } =
        new(
            "Document",
            Words,
            Words,
            Row(DocumentVerb.Ask, [], Asked, [.. Workers, Role.System], "The case is open"),
            Row(
                DocumentVerb.Give,
                [Asked, Given, SentBack],
                Given,
                Givers,
                "Their own document; it is one that is uploaded; no more files than the settings allow"
            ),
            Row(
                DocumentVerb.TakeBack,
                [Given],
                Asked,
                [.. Givers, Role.System],
                "The last file is gone: taken away, or refused by the virus scanner"
            ),
            Row(DocumentVerb.Accept, [Given], Accepted, Workers, "Every file is free of viruses"),
            Row(
                DocumentVerb.NoteShown,
                [Asked, SentBack],
                Accepted,
                Workers,
                "It is one that is shown, of which no copy is kept (R-DP-04)"
            ),
            Row(
                DocumentVerb.SendBack,
                [Given, Accepted],
                SentBack,
                Workers,
                "With reasons that the applicant reads"
            ),
            Row(DocumentVerb.Drop, [Asked, Given, SentBack], NotNeeded, Workers, "With reasons"),
            Row(
                DocumentVerb.Settle,
                [Asked, SentBack],
                NotNeeded,
                [Role.System],
                "Its check is in or not made any more, or the application is over"
            )
        );

    /// <summary>States in which something is still to come from whoever gives it.</summary>
    public static IReadOnlyList<DocumentState> Waiting { get; } = [Asked, SentBack];

    public static string Words(DocumentState state) =>
        state switch
        {
            Asked => "asked for",
            Given => "here to be looked at",
            Accepted => "accepted",
            SentBack => "sent back",
            _ => "not needed",
        };

    /// <summary>On a tag.</summary>
    public static string Tag(DocumentState state) =>
        state switch
        {
            Asked => "Asked for",
            Given => "With us",
            Accepted => "Accepted",
            SentBack => "Send again",
            _ => "Not needed",
        };

    /// <summary>On a tag, where one that is shown must not look like one that is sent (R-DP-04).</summary>
    public static string Tag(DocumentState state, DocumentWay way) =>
        (state, way) switch
        {
            (Asked, DocumentWay.Shown) => "To be shown",
            (Asked, DocumentWay.SentToUs) => "Comes from others",
            (Accepted, DocumentWay.Shown) => "Shown",
            _ => Tag(state),
        };

    public static string Words(DocumentVerb verb) =>
        verb switch
        {
            DocumentVerb.Ask => "ask for a document",
            DocumentVerb.Give => "add a file",
            DocumentVerb.TakeBack => "take the last file away",
            DocumentVerb.Accept => "accept a document",
            DocumentVerb.NoteShown => "note that a document was shown",
            DocumentVerb.SendBack => "send a document back",
            DocumentVerb.Settle => "wait for a document no more",
            _ => "say that a document is not needed",
        };

    private static Transition<DocumentState, DocumentVerb> Row(
        DocumentVerb verb,
        IReadOnlyList<DocumentState> from,
        DocumentState to,
        IReadOnlyList<Role> by,
        string guard
    ) => new(RuleId, verb, from, to, by, guard);
}

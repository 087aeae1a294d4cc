using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Enquiries.Import.ImportState;

namespace Foster.Web.Features.Enquiries.Import;

public enum ImportState
{
    Uploaded,
    Checked,
    Running,
    Done,

    /// <summary>Somebody stopped it: what was taken stays, the rest waits.</summary>
    Stopped,
}

public enum ImportVerb
{
    Check,
    Start,
    Stop,
    Finish,
    Remove,
}

/// <summary>A file of past enquiries on its way in: uploaded, its columns named and rows checked, then taken row by row.</summary>
public sealed class EnquiryImport : ICouncilOwned, IVersioned
{
    private static readonly Role[] Officers = [Role.RecruitmentOfficer, Role.TeamManager];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public ImportState State { get; private set; } = Uploaded;
    public required string FileName { get; init; }

    /// <summary>How it could be read: the letters and the separator.</summary>
    public required string ReadAs { get; init; }

    /// <summary>The rows as JSON, the headings first, until the import is started.</summary>
    public string Content { get; private set; } = "";

    /// <summary>The names of its columns as JSON.</summary>
    public required string Headings { get; init; }

    /// <summary>Which column holds what, as JSON.</summary>
    public string Columns { get; private set; } = "";

    /// <summary>What rows say of how they heard of us in which no source is known, with how many say it, as JSON.</summary>
    public string UnknownSources { get; private set; } = "";
    public required int Rows { get; init; }

    /// <summary>Whoever uploaded it said that the people in it agreed to be recorded (R-ENQ-03).</summary>
    public required bool Agreed { get; init; }
    public required DateTime UploadedAt { get; init; }
    public required Guid ById { get; init; }
    public required string By { get; init; }
    public DateTime? FinishedAt { get; private set; }
    public uint Version { get; set; }

    public static StateMachine<ImportState, ImportVerb> Table { get; } =
        new(
            "Import of past enquiries",
            Words,
            Words,
            Row(
                ImportVerb.Check,
                [Uploaded, Checked],
                Checked,
                "Every column has its meaning",
                Officers
            ),
            Row(
                ImportVerb.Start,
                [Checked, Stopped],
                Running,
                "A row at least can be taken",
                Officers
            ),
            Row(ImportVerb.Stop, [Running], Stopped, "What was taken stays", Officers),
            Row(
                ImportVerb.Remove,
                [Uploaded, Checked, Stopped, Done],
                null,
                "The file and its rows are erased; what was taken stays",
                Officers
            ),
            Row(ImportVerb.Finish, [Running], Done, "No row waits any more", Role.System)
        );

    public EnquiryImport Holding(string content)
    {
        Content = content;
        return this;
    }

    public Result Check(Actor actor, string columns, IReadOnlyList<Refusal> against) =>
        Move(ImportVerb.Check, actor, against, () => Columns = columns);

    public void Found(string unknownSources) => UnknownSources = unknownSources;

    /// <summary>From here on its rows hold everything.</summary>
    public Result Start(Actor actor, IReadOnlyList<Refusal> against) =>
        Move(ImportVerb.Start, actor, against, () => Content = "");

    public Result Stop(Actor actor) => Move(ImportVerb.Stop, actor, [], () => { });

    /// <summary>What stands against erasing it now.</summary>
    public IReadOnlyList<Refusal> AgainstRemoving(Actor actor) =>
        Table.Against(State, ImportVerb.Remove, actor.Role);

    public Result Finish(Actor actor, DateTime at) =>
        Move(ImportVerb.Finish, actor, [], () => FinishedAt = at);

    private Result Move(ImportVerb verb, Actor actor, IReadOnlyList<Refusal> guards, Action stamp)
    {
        var against = Table.Against(State, verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(ImportState state) =>
        state switch
        {
            Uploaded => "uploaded and waiting for its columns to be named",
            Checked => "checked and waiting to be started",
            Running => "being taken over",
            Stopped => "stopped",
            _ => "finished",
        };

    public static string Title(ImportState state) =>
        state switch
        {
            Uploaded => "Uploaded",
            Checked => "Checked",
            Running => "Under way",
            Stopped => "Stopped",
            _ => "Finished",
        };

    private static string Words(ImportVerb verb) =>
        verb switch
        {
            ImportVerb.Check => "check the rows",
            ImportVerb.Start => "start the import",
            ImportVerb.Stop => "stop the import",
            ImportVerb.Remove => "erase the file",
            _ => "finish the import",
        };

    private static Transition<ImportState, ImportVerb> Row(
        ImportVerb verb,
        IReadOnlyList<ImportState> from,
        ImportState? to,
        string guard,
        params Role[] by
    ) => new("R-ENQ-03", verb, from, to, by, guard);
}

using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.Jobs;

/// <summary>What stands against an act on a job. The pages say the same beside their buttons.</summary>
internal static class JobAct
{
    public const string Running = "It is running already. Wait until this run has ended.";
    public const string IsPaused = "It is paused. Let it go on first.";
    public const string AlreadyPaused = "It is paused already.";
    public const string NotPaused = "It is not paused.";
    public const string Watches = "It keeps watch over the program itself, so it cannot be paused.";

    public static Refusal? Against(Actor actor) =>
        actor.Is(Role.Administrator)
            ? null
            : new Refusal("Only an administrator looks after jobs.");

    public static string? AgainstRunning(bool paused, bool open) =>
        paused ? IsPaused
        : open ? Running
        : null;

    public static string? AgainstPausing(JobLine line, bool paused) =>
        line.Always ? Watches
        : paused ? AlreadyPaused
        : null;

    public static string? AgainstGoingOn(bool paused) => paused ? null : NotPaused;
}

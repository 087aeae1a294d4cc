using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Cases;

/// <summary>One household's road with one council, from the first enquiry on. A new application is a new, linked case.</summary>
public sealed class Case : ICaseRoot, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>What people quote on the telephone, such as HAR-7K3M-Q2XP.</summary>
    public required string Reference { get; init; }
    public required Guid HouseholdId { get; init; }
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Set when the road ended, whether by approval's end, decline or withdrawal.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Open only to people named for it, since somebody is connected with staff or councillors (R-SOD-08).</summary>
    public bool Restricted { get; private set; }

    /// <summary>Who is connected, as it was written down, a line each; nobody of them is ever named (R-SOD-08).</summary>
    public string? Connections { get; private set; }

    /// <summary>The earlier case of the same household, from which this one goes on (T-APP-24, R-ENQ-11).</summary>
    public Guid? PreviousCaseId { get; init; }

    /// <summary>The day on which everything else of the case was erased, and the rule (R-DP-11).</summary>
    public DateOnly? ErasedOn { get; private set; }
    public string? ErasedRule { get; private set; }
    public uint Version { get; set; }

    /// <summary>Leaves the id, the reference and the days.</summary>
    public void Erase(DateOnly on, string ruleId)
    {
        (ErasedOn, ErasedRule) = (on, ruleId);
        ClosedOn ??= on;
        Restricted = false;
        Connections = null;
    }

    public void Restrict(IEnumerable<string> mentioned)
    {
        Restricted = true;
        Connections = string.Join(
            '\n',
            (Connections ?? "")
                .Split('\n')
                .Concat(mentioned.Select(m => m.ReplaceLineEndings(" ").Trim()))
                .Where(m => m.Length > 0)
                .Distinct()
        );
    }
}

/// <summary>Somebody who may open a restricted case.</summary>
public sealed class NamedPerson : ICaseOwned
{
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTime NamedAt { get; init; }
    public required string NamedBy { get; init; }

    /// <summary>True for members of panel, who see the case there only and until panel has done with it.</summary>
    public bool AtPanel { get; init; }

    /// <summary>True where they hold the case as an intake officer would, since none was free.</summary>
    public bool StandsIn { get; init; }
}

/// <summary>A worker's hold on a case in one role, from when to when.</summary>
public sealed class Allocation : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid AccountId { get; init; }
    public required Role Role { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
    public uint Version { get; set; }
}

/// <summary>What an employee is qualified for; asked before work is allocated (R-ASSESS-16).</summary>
public sealed class WorkerProfile
{
    public required Guid AccountId { get; init; }

    /// <summary>A social worker with family-placement experience and assessment training.</summary>
    public bool IsQualifiedAssessor { get; set; }

    /// <summary>A social worker with three years' relevant experience after qualifying (R-PANEL-01).</summary>
    public bool IsExperiencedSocialWorker { get; set; }
    public string Telephone { get; set; } = "";
}

/// <summary>A letter to the people of a case, read by link or posted on paper.</summary>
public sealed class Letter : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The person it is written to; each of two applicants gets their own.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>A stable key such as enquiry.declined.</summary>
    public required string Kind { get; init; }
    public required string Subject { get; init; }

    /// <summary>Plain paragraphs separated by an empty line.</summary>
    public required string Body { get; init; }

    /// <summary>The version of the council's own words that this is of, for ever; null for the words Foster comes with.</summary>
    public int? WordsVersion { get; init; }
    public required DateOnly IssuedOn { get; init; }
    public required string IssuedBy { get; init; }
    public DateTime? FirstReadAt { get; set; }
    public DateOnly? PostedOn { get; set; }
    public string? PostedBy { get; set; }
    public uint Version { get; set; }
}

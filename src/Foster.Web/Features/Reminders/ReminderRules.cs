using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Reminders;

/// <summary>Every row of the reminder table that the features bring.</summary>
public sealed class ReminderRules
{
    public ReminderRules(IEnumerable<IReminders> sources)
    {
        All = [.. sources.SelectMany(s => s.Rules).OrderBy(r => r.Id, StringComparer.Ordinal)];
        var faults = All.SelectMany(r => r.Faults())
            .Concat(
                All.GroupBy(r => r.Id)
                    .Where(g => g.Count() > 1)
                    .Select(g => $"{g.Key} is there twice.")
            )
            .ToList();
        if (faults.Count > 0)
            throw new InvalidOperationException(string.Join(" ", faults));
    }

    public IReadOnlyList<ReminderRule> All { get; }

    public ReminderRule? Find(string id) => All.FirstOrDefault(r => r.Id == id);
}

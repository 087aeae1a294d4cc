using System.Globalization;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Foundation.Mail;

/// <summary>What is put into the places of a message. It takes nothing but what a message may carry.</summary>
public class MailValues
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public MailValues(Council council)
    {
        Put(Placeholders.Team, council.TeamName);
        Put(Placeholders.Telephone, council.Telephone);
        Put(Placeholders.OpeningHours, council.OpeningHours);
        Put(Placeholders.Council, council.Name);
    }

    /// <summary>The values for a preview: the council's own contacts, and examples for the rest.</summary>
    public static MailValues Examples(Council council, MailTemplate template)
    {
        var values =
            template is LetterTemplate ? new LetterValues(council) : new MailValues(council);
        foreach (var placeholder in template.Own.Where(p => !values.Has(p)))
            values.Put(placeholder, placeholder.Example);
        return values;
    }

    public MailValues For(string firstName) => Put(Placeholders.FirstName, firstName);

    public MailValues About(string? reference) => Put(Placeholders.Reference, reference ?? "");

    public MailValues On(DateOnly day) =>
        Put(Placeholders.Date, BritishDate.Long(day)).Put(Placeholders.Day, BritishDate.Full(day));

    public MailValues At(TimeOnly time) => Put(Placeholders.Time, BritishTime.Of(time));

    /// <summary>An instant, as day and time in London.</summary>
    public MailValues At(DateTime utc)
    {
        var wall = London.Wall(utc);
        return On(DateOnly.FromDateTime(wall)).At(TimeOnly.FromDateTime(wall));
    }

    /// <summary>When it ends, on the same day.</summary>
    public MailValues Until(DateTime utc) =>
        Put(Placeholders.EndTime, BritishTime.Of(TimeOnly.FromDateTime(London.Wall(utc))));

    /// <summary>The day by which an answer is hoped for.</summary>
    public MailValues AnswerBy(DateOnly day) => Put(Placeholders.AnswerBy, BritishDate.Long(day));

    public MailValues Was(DateOnly day) =>
        Put(Placeholders.FormerDate, BritishDate.Long(day))
            .Put(Placeholders.FormerDay, BritishDate.Full(day));

    /// <summary>The instant that does not hold any more, as day and time in London.</summary>
    public MailValues Was(DateTime utc)
    {
        var wall = London.Wall(utc);
        return Was(DateOnly.FromDateTime(wall))
            .Put(Placeholders.FormerTime, BritishTime.Of(TimeOnly.FromDateTime(wall)));
    }

    public MailValues Link(string address) => Put(Placeholders.Link, address);

    public MailValues Pack(string address) => Put(Placeholders.Pack, address);

    public MailValues Events(string address) => Put(Placeholders.Events, address);

    public MailValues Days(int days) =>
        Put(Placeholders.Days, days.ToString(CultureInfo.InvariantCulture));

    public MailValues HowOften(string words) => Put(Placeholders.HowOften, words);

    public MailValues Site(string name) => Put(Placeholders.Site, name);

    /// <summary>What is due, in one line and in full.</summary>
    public MailValues Due(string inShort, string list) =>
        Put(Placeholders.Due, inShort).Put(Placeholders.List, list);

    public bool Has(Placeholder placeholder) => values.ContainsKey(placeholder.Name);

    /// <summary>Empty for what this message has no value for.</summary>
    public string Of(string name) => values.GetValueOrDefault(name, "");

    protected MailValues Put(Placeholder placeholder, string value)
    {
        values[placeholder.Name] = value;
        return this;
    }
}

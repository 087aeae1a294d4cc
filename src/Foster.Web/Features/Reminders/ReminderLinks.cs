namespace Foster.Web.Features.Reminders;

/// <summary>The addresses of this feature.</summary>
public static class ReminderLinks
{
    public const string Choices = "/account/reminders";
    public const string Rules = "/admin/reminders";
    public const string Preview = "/staff/reminders";
}

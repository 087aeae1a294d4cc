using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The questions about one animal, as the applicants were asked them too (R-ELIG-07).</summary>
internal static class AnimalFields
{
    public static ChoiceField<string> Kind { get; } =
        new("kind", [.. AnimalDescription.Kinds.Select(k => new Option<string>(k.Key, k.Title))])
        {
            Label = "What kind of animal is it?",
            MissingMessage = "Select what kind of animal it is",
        };

    public static TextField Breed { get; } =
        new("breed")
        {
            Label = "Breed or type",
            Hint = "For a dog of mixed breed, say which breeds it comes from.",
            MissingMessage = "Enter its breed or type",
        };

    public static TextField Name { get; } = new("name") { Label = "Name", Optional = true };

    public static YesNoField Licence { get; } =
        new("licence")
        {
            Label = "Does the law ask for a licence or a certificate of exemption for it?",
            Hint = "Such as a dog of a banned type, a venomous snake or a wild cat.",
            MissingMessage = "Select whether the law asks for a licence for it",
        };

    public static YesNoField Hurt { get; } =
        new("hurt")
        {
            Label = "Has it ever hurt anybody?",
            MissingMessage = "Select whether it has ever hurt anybody",
        };

    public static Form NewForm() => new(Kind, Breed, Name, Licence, Hurt);

    public static void Suggest(Form form, AnimalDescription animal)
    {
        form.Fill(Kind, animal.Kind);
        form.Fill(Breed, animal.Breed);
        form.Fill(Name, animal.Name);
        form.Fill(Licence, animal.NeedsLicence);
        form.Fill(Hurt, animal.HasHurt);
    }

    public static AnimalDescription Of(Form form) =>
        new(form.Must(Kind), form.Must(Breed), form.Get(Name), form.Must(Licence), form.Must(Hurt));
}

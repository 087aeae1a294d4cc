namespace Foster.Web.Features.Questions;

/// <summary>Questions in plain words.</summary>
public static class QuestionWords
{
    public static string Topic(QuestionTopic topic) =>
        topic switch
        {
            QuestionTopic.NextSteps => "What happens next",
            QuestionTopic.Checks => "Checks and documents",
            QuestionTopic.Visits => "Visits and dates",
            QuestionTopic.Training => "Training",
            QuestionTopic.Money => "Money",
            QuestionTopic.Support => "Support",
            _ => "Something else",
        };

    /// <summary>How it stands, for staff.</summary>
    public static string Status(QuestionLine line) =>
        line.IsOverdue ? "Overdue"
        : line.State == QuestionState.AskedBack ? "Asked back"
        : Title(line.State);

    /// <summary>How it stands, for whoever asked.</summary>
    public static string OwnStatus(QuestionLine line) =>
        line.IsOverdue ? "Answer is late"
        : line.State == QuestionState.Open ? "Waiting for our answer"
        : line.State == QuestionState.AskedBack ? "Waiting for you"
        : Title(line.State);

    public static string Colour(QuestionLine line) =>
        line.IsOverdue ? "red"
        : line.State == QuestionState.Open ? "blue"
        : line.State == QuestionState.AskedBack ? "yellow"
        : line.State == QuestionState.Answered ? "green"
        : "grey";

    /// <summary>What a part of a thread is, for staff or for whoever asked.</summary>
    public static string Said(QuestionVerb verb, bool own) =>
        verb switch
        {
            QuestionVerb.Ask => own ? "You asked" : "Asked",
            QuestionVerb.FollowUp => own ? "You wrote" : "Wrote more",
            QuestionVerb.AskBack => own ? "We asked you" : "Asked back",
            _ => own ? "We answered" : "Answered",
        };

    private static string Title(QuestionState state) =>
        state switch
        {
            QuestionState.Open => "Open",
            QuestionState.AskedBack => "Asked back",
            QuestionState.Answered => "Answered",
            QuestionState.Settled => "Settled",
            _ => "Taken back",
        };
}

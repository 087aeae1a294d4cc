namespace Foster.Web.Features.Enquiries.Letters;

/// <summary>
/// What everybody is told in writing who is invited: the qualities and standards, the stages and how long they take, what is
/// asked for, and why each check is made (R-APP-04). No council leaves it out.
/// </summary>
public static class InvitationFacts
{
    public const string Words = """
        What we look for: people who can give a child a safe, warm and patient home, who can work with us and with the child’s family, and who go on learning. We assess everybody by the national minimum standards for fostering and the training standards for foster carers.

        Stage 1 is about checks and references. We aim to decide it within 10 working days of having everything. Stage 2 is about you: a social worker visits you several times and writes a report with you. Both together take up to 8 months from your application, and often 4 to 6. Then a fostering panel meets you and advises, and our decision maker decides.

        What we will ask you for: your addresses, work and family history, people who know you and can give a reference, and proof of who you are.

        Why we make each check: the criminal record check of every adult at home shows whether a child would be safe with you. The medical shows that you can look after a child for as long as the child needs. The council’s records, and those of services you fostered or worked with, tell us of earlier concerns. References tell us how others know you with children. The check of your home shows that it is safe. The talk about money shows that a placement would not put you into difficulty.
        """;
}

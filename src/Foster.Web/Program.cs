using Foster.Web.Features.Operate.Verbs;

return await Verbs.RunAsync(args);

public partial class Program;

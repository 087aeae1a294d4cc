using Foster.Web.Features.Assessment;

namespace Foster.Web.Features.Approvals.Decisions;

/// <summary>What is decided on: what panel said, with every correction, its minutes, and the papers.</summary>
public sealed record DecisionPack(ItemPage Panel, PanelPack? Papers);

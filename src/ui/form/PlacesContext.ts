import { createContext } from "react";
import { noPlaces, type Places } from "../../editor/form/arrange";

/** Where fields are kept while one works in the step. */
export const PlacesContext = createContext<Places>(noPlaces);
